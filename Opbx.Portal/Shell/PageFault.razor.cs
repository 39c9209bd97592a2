using System.Security.Cryptography;
using Opbx.Portal.Components;

namespace Opbx.Portal.Shell;

/// <summary>Replaces a page that failed; shows a reference number that is also in the log.</summary>
public sealed partial class PageFault
{
    private string _reference = "";

    /// <summary>Logged, never shown.</summary>
    [Parameter, EditorRequired] public Exception Error { get; set; } = default!;

    [Inject] private ILogger<PageFault> Logger { get; set; } = default!;

    protected override void OnInitialized()
    {
        _reference = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
        PagesLog.PageFailed(Logger, _reference, Error);
    }
}
