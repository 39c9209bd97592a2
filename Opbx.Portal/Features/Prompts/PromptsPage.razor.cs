using Opbx.Core.Document.Prompts;
using Opbx.Core.Prompts;
using Opbx.Portal.Components;

namespace Opbx.Portal.Features.Prompts;

public sealed partial class PromptsPage
{
    private const int Longest = 90;

    [CascadingParameter] private PortalSession Session { get; set; } = default!;
    [Inject] private PromptFiles Files { get; set; } = default!;

    private static string Shortened(string text) => text.Length > Longest ? $"{text[..(Longest - 3)]}..." : text;

    private bool IsHere(Prompt prompt) => prompt.File is { } file && Files.Find(Session.PbxId, file) is not null;
}
