using System.Security.Cryptography;
using Opbx.Portal.Components;

namespace Opbx.Portal.Shell;

/// <summary>Takes the place of a page that failed, with a reference number that stands in the log.</summary>
public sealed partial class PageFault
{
    private string _reference = "";

    /// <summary>What happened; logged, never shown.</summary>
    [Parameter, EditorRequired] public Exception Error { get; set; } = default!;

    [Inject] private ILogger<PageFault> Logger { get; set; } = default!;

    protected override void OnInitialized()
    {
        _reference = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
        PagesLog.PageFailed(Logger, _reference, Error);
    }
}
