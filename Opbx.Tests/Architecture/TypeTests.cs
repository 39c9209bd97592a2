using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore.Migrations;
using Opbx.Core.Persistence;

namespace Opbx.Tests.Architecture;

/// <summary>What holds for every type.</summary>
public sealed class TypeTests
{
    private const int MostDependencies = 8;
    private static readonly string[] BannedEndings =
        ["Manager", "Helper", "Helpers", "Util", "Utils", "Service", "Processor", "Dto", "Impl"];

    // What a type does for others, in the words of docs/glossary.md.
    private static readonly string[] Roles =
    [
        "Analyzer", "Breaker", "Builder", "Closer", "Comparer", "Converter", "Cursor", "Editor", "Eraser", "Explainer", "Fetcher", "Finder",
        "Handler", "Loader", "Monitor", "Mover", "Observer", "Picker", "Planner", "Player", "Projector", "Protector", "Provider", "Reader",
        "Receiver", "Reconciler", "Recorder", "Renderer", "Responder", "Router", "Runner", "Sender", "Simulator", "Sweeper", "Tracker",
        "Viewer", "Worker", "Writer",
    ];

    // Nouns of the field that end like a role.
    private static readonly string[] Nouns =
    [
        "Actor", "ActingFor", "Answer", "Banner", "Caller", "Error", "Factor", "Filter", "Gather", "HandOver", "HandedOver", "Header",
        "Libphonenumber", "Member", "Number", "Order", "Owner", "Pointer", "Register", "Subscriber", "Transfer", "Trigger", "User",
    ];

    // Words of the protocol that end like a banned one.
    private static readonly string[] WireWords = ["Opbx.Core.Cloudonix.Cxml.AgentService"];

    public static TheoryData<string> Assemblies => ["Opbx.Core", "Opbx.Portal"];

    [Theory, MemberData(nameof(Assemblies))]
    public void Classes_are_sealed_unless_something_derives_from_them(string assembly)
    {
        var types = Handwritten(assembly);
        var classes = types.Where(type => type.IsClass && !type.IsAbstract).ToList();
        Assert.True(classes.Count > 10);
        var bases = types.Select(type => Definition(type.BaseType)).ToHashSet();

        Offenders.None(
            classes.Where(type => !type.IsSealed && !bases.Contains(type) && !typeof(IComponent).IsAssignableFrom(type)
                && type.Name is not ("Program" or "_Imports")).Select(type => type.FullName));
    }

    [Theory, MemberData(nameof(Assemblies))]
    public void Names_say_what_a_type_is(string assembly)
    {
        var types = Handwritten(assembly);
        Assert.NotEmpty(types);

        Offenders.None(
            types.Where(type => !WireWords.Contains(type.FullName)
                && BannedEndings.Any(ending => Plain(type.Name).EndsWith(ending, StringComparison.Ordinal))).Select(type => type.FullName));
    }

    [Theory, MemberData(nameof(Assemblies))]
    public void Who_does_something_for_others_has_the_name_of_a_known_role(string assembly)
    {
        var doers = Handwritten(assembly).Where(type => !type.IsNested)
            .Select(type => Plain(type.Name))
            .Where(name => name.EndsWith("er", StringComparison.Ordinal) || name.EndsWith("or", StringComparison.Ordinal)).ToList();
        Assert.Contains(doers, name => name.EndsWith("Editor", StringComparison.Ordinal) || assembly != "Opbx.Core");

        Offenders.None(doers.Where(name => !Roles.Concat(Nouns).Any(word => name.EndsWith(word, StringComparison.Ordinal))));
    }

    [Theory, MemberData(nameof(Assemblies))]
    public void Nobody_needs_more_than_eight_others(string assembly)
    {
        var collaborators = Handwritten(assembly)
            // What a class of the framework asks of those who derive from it is not ours to choose.
            .Where(type => type.IsClass && !IsRecord(type) && (type.BaseType == typeof(object) || type.BaseType?.Assembly == type.Assembly
                || typeof(IComponent).IsAssignableFrom(type)))
            .Select(type => (Type: type, Count: Needs(type))).ToList();
        Assert.Contains(collaborators, found => found.Count > 1);

        Offenders.None(collaborators.Where(found => found.Count > MostDependencies)
            .Select(found => $"{found.Type.FullName}: {found.Count}"));
    }

    /// <summary>What the longest constructor asks for, and what is injected. A record that only bundles collaborators counts as what is
    /// in it.</summary>
    private static int Needs(Type type)
    {
        const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;
        var asked = type.GetConstructors(Any).Select(c => c.GetParameters().Sum(p => Weight(p.ParameterType)));
        return asked.DefaultIfEmpty().Max() + type.GetProperties(Any).Count(p => p.IsDefined(typeof(InjectAttribute)));
    }

    private static int Weight(Type type) => IsRecord(type) && type.GetConstructors() is [var only]
        && only.GetParameters() is { Length: > 0 } parts && parts.All(p => IsCollaborator(p.ParameterType)) ? parts.Length : 1;

    private static bool IsCollaborator(Type type) => type.IsInterface || type == typeof(TimeProvider)
        || (type.IsClass && !IsRecord(type) && type != typeof(string) && !type.IsArray && !typeof(Delegate).IsAssignableFrom(type));

    private static List<Type> Handwritten(string assembly) =>
    [
        .. Assembly.Load(assembly).GetTypes().Where(type =>
            type.Namespace?.StartsWith("Opbx.", StringComparison.Ordinal) == true
            && !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) && !type.Name.Contains('<', StringComparison.Ordinal)
            && !type.IsDefined(typeof(System.CodeDom.Compiler.GeneratedCodeAttribute), inherit: false)
            && !type.IsSubclassOf(typeof(Migration))
            && type.Namespace?.StartsWith($"{typeof(OpbxDbContext).Namespace}.Migrations", StringComparison.Ordinal) != true),
    ];

    private static Type? Definition(Type? type) => type is { IsGenericType: true } ? type.GetGenericTypeDefinition() : type;

    private static string Plain(string name) => name.Split('`')[0];

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;
}
