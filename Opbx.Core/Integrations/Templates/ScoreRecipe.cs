using System.ComponentModel.DataAnnotations;
using Opbx.Core.Document;
using Opbx.Core.Document.Extensions;
using Opbx.Core.Document.Integrations;
using Opbx.Core.Document.IvrMenus;
using Opbx.Core.Document.Prompts;

namespace Opbx.Core.Integrations.Templates;

/// <summary>What callers are asked after a conversation, and who is notified.</summary>
public sealed record ScoreRecipe
{
    /// <summary>Name of the menu, the virtual extension and the integration.</summary>
    [Required, StringLength(100, MinimumLength = 1)]
    public string Name { get; init; } = "NPS score";

    /// <summary>The virtual extension that callers are transferred to.</summary>
    [Required, RegularExpression(Extension.NumberPattern, ErrorMessage = Extension.NumberRule)]
    public string Number { get; init; } = "";

    [Required, StringLength(1000, MinimumLength = 1)]
    public string Question { get; init; } = "How likely are you to recommend us to a friend? Please enter a number from 0 to 10.";

    /// <summary>What callers hear after their answer.</summary>
    [Required, StringLength(1000, MinimumLength = 1)]
    public string Thanks { get; init; } = "Thank you. Goodbye.";

    public string Url { get; init; } = "";

    /// <summary>The first free number from 7000.</summary>
    public static string FreeNumber(PbxDocument document)
    {
        var taken = document.Extensions.Select(e => e.Number).ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(7000, 3000).Select(n => n.ToString(CultureInfo.InvariantCulture))
            .FirstOrDefault(n => !taken.Contains(n), "");
    }

    /// <summary>Keys 0 to 10, each leading to the thanks.</summary>
    public IvrMenu Menu => new() {
        Name = Name,
        Prompt = new PromptValue { Say = Question },
        Options = [.. Enumerable.Range(0, 11).Select(n => n.ToString(CultureInfo.InvariantCulture))
            .Select(n => new IvrOption { Digits = n, Label = $"Score {n}", Destination = new HangupDestination { Say = Thanks } })],
        Fallback = new HangupDestination { Say = Thanks },
    };

    public Extension Extension => new IvrExtension { Number = Number, Name = Name, Target = Name };

    /// <summary>Restricted to this menu.</summary>
    public Integration Integration =>
        IntegrationTemplates.Find(account: false, IntegrationTemplates.Score)!.Definition
            with { Name = Name, Url = Url, Filter = new WebhookFilter { Menus = [Name] } };

    /// <summary>The configuration with all three added and applications switched on.</summary>
    public PbxDocument Apply(PbxDocument document) => document with {
        Pbx = document.Pbx with { ApplicationsEnabled = true },
        IvrMenus = [.. document.IvrMenus, Menu],
        Extensions = [.. document.Extensions, Extension],
        Integrations = [.. document.Integrations, Integration],
    };
}
