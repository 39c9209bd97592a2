using Opbx.Core.Document.Extensions;
using Opbx.Core.Document.OutboundRules;
using Opbx.Portal.Components.Ui;

namespace Opbx.Portal.Features.Extensions;

internal static class ExtensionKinds
{
    private static readonly IReadOnlyList<(string Name, Extension Empty)> Kinds =
    [
        ("person", new UserExtension { EnabledCalls = [CallType.Local, CallType.National, CallType.Mobile] }),
        ("ringGroup", new RingGroupExtension()),
        ("ivr", new IvrExtension()),
        ("conference", new ConferenceExtension()),
        ("forward", new ForwardExtension { ForwardTo = new ExternalDestination() }),
        ("aiAssistant", new AiAssistantExtension()),
        ("customLogic", new CustomLogicExtension { Url = "https://" }),
    ];

    public static readonly IReadOnlyList<Choice<string>> Choices =
        [.. Kinds.Select(k => new Choice<string>(k.Name, DisplayNames.For(k.Empty)))];

    public static string NameOf(Extension extension) => Kinds.First(k => k.Empty.GetType() == extension.GetType()).Name;

    /// <summary>An empty extension of another kind with the same number and name.</summary>
    public static Extension Make(string kind, Extension former) =>
        Kinds.First(k => k.Name == kind).Empty
            with { Number = former.Number, Name = former.Name, Notes = former.Notes, Active = former.Active };

    /// <summary>A new person's extension with the next free number.</summary>
    public static Extension New(IEnumerable<Extension> existing)
    {
        var taken = existing.Select(e => e.Number).ToHashSet(StringComparer.Ordinal);
        var last = taken.Where(n => n[0] != '0' && n.Length is 3 or 4)
            .Select(n => int.Parse(n, System.Globalization.CultureInfo.InvariantCulture)).Where(n => n < 9999).DefaultIfEmpty(1000).Max();
        var next = Enumerable.Range(last + 1, 10_000).Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .First(n => !taken.Contains(n));
        return Kinds[0].Empty with { Number = next };
    }
}
