using System.Reflection;
using System.Text.RegularExpressions;

namespace Opbx.Tests.Architecture;

/// <summary>A file holds one public type, or a family: a base with its cases, or data with the data it consists of.</summary>
public sealed partial class FileTests
{
    public static TheoryData<string> Assemblies => ["Opbx.Core", "Opbx.Portal"];

    [Theory, MemberData(nameof(Assemblies))]
    public void A_file_holds_one_public_type_or_a_family(string assembly)
    {
        var files = Repository.Files(assembly, ".cs").Where(file => !file.Contains("/Migrations/", StringComparison.Ordinal))
            .Select(file => (File: file, Types: TypesIn(assembly, file)))
            .Where(file => file.Types.Count > 1).ToList();
        Assert.Contains(files, file => file.File.EndsWith("/Destination.cs", StringComparison.Ordinal) || assembly != "Opbx.Core");

        Offenders.None(
            files.SelectMany(file => file.Types.Where(type => !BelongsTo(type, file.Types)).Select(type => $"{file.File}: {type.Name}")));
    }

    [GeneratedRegex(
        @"^public (static |sealed |abstract |partial |readonly )*(class|record struct|record|struct|interface|enum) "
        + @"(?<name>\w+)(?<generic><[^>]*>)?", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NamespaceLine();

    private static List<Type> TypesIn(string assembly, string file)
    {
        var text = Repository.Read(file);
        var types = Assembly.Load(assembly);
        var within = NamespaceLine().Match(text).Groups["name"].Value;
        return
        [
            .. Declaration().Matches(text)
                .Select(m => $"{within}.{m.Groups["name"].Value}{Arity(m.Groups["generic"].Value)}").Distinct(StringComparer.Ordinal)
                .Select(name => types.GetType(name)
                ?? throw new InvalidOperationException($"{file} declares {name}, which the assembly does not have.")),
        ];
    }

    private static string Arity(string generic) => generic.Length == 0 ? "" : $"`{generic.Count(c => c == ',') + 1}";

    /// <summary>The one the file is named after (the test of names holds it to that), a case of another, or a part of other data.</summary>
    private static bool BelongsTo(Type type, List<Type> all) =>
        type == all[0] || all.Any(other => other != type && (other.IsAssignableFrom(type) || Parts(other).Contains(type)));

    private static HashSet<Type> Parts(Type type)
    {
        const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var mentioned = type.GetProperties(Declared).Select(p => p.PropertyType);
        if (IsData(type))
            mentioned = mentioned.Concat(type.GetConstructors().SelectMany(c => c.GetParameters()).Select(p => p.ParameterType));
        if (IsData(type) || type.IsInterface)
            mentioned = mentioned.Concat(type.GetMethods(Declared)
                .SelectMany(m => m.GetParameters().Select(p => p.ParameterType).Append(m.ReturnType)));
        return [.. mentioned.SelectMany(Flattened)];
    }

    private static bool IsData(Type type) => type.IsValueType || type.GetMethod("<Clone>$") is not null;

    private static IEnumerable<Type> Flattened(Type type) =>
        type.GetGenericArguments().Concat(type.HasElementType ? [type.GetElementType()!] : []).SelectMany(Flattened).Append(type);
}
