using Opbx.Core.Document.Integrations;
using Opbx.Portal.Components.Ui;

namespace Opbx.Portal.Features.Integrations;

/// <summary>What a field or a path segment can contain.</summary>
internal static class ValueChoice
{
    /// <summary>Stands for a constant text.</summary>
    public const string Fixed = "";

    public const string Mixed = "+";

    public static string For(FieldValue value) => value.Text is not null ? Mixed : value.Name ?? Fixed;

    public static FieldValue Made(string chosen) => chosen switch {
        Fixed => new FieldValue(null, ""),
        Mixed => FieldValue.OfText(""),
        _ => new FieldValue(chosen, null),
    };

    /// <summary>For fields, which can also contain a text with placeholders.</summary>
    public static IReadOnlyList<Choice<string>> OfFields(IReadOnlyList<Trigger> triggers, string? present) =>
        [.. For(triggers, present), new Choice<string>(Mixed, "Text with values")];

    /// <summary>The values that all selected triggers have, and a constant. A current value that is not among them stays visible.</summary>
    public static IReadOnlyList<Choice<string>> For(IReadOnlyList<Trigger> triggers, string? present)
    {
        var choices = ValueCatalogue.For(triggers)
            .Select(v => new Choice<string>(ValueCatalogue.Spelling(v), ValueCatalogue.DisplayName(v))).ToList();
        choices.Add(new Choice<string>(Fixed, "Fixed text"));
        if (present is not null && choices.TrueForAll(c => c.Value != present))
            choices.Insert(
                0, new Choice<string>(
                    present, $"{(ValueCatalogue.Find(present) is { } value ? ValueCatalogue.DisplayName(value) : present)} (not for " +
                        "these triggers)"));
        return choices;
    }
}
