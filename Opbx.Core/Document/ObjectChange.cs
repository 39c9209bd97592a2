namespace Opbx.Core.Document;

/// <summary>One object that differs between two documents.</summary>
/// <param name="Kind">Its list; null for the settings of the PBX.</param>
/// <param name="Before">The object before; null when it is new.</param>
/// <param name="After">The object after; null when it is gone.</param>
/// <param name="Position">Its place in the list, after (before, when it is gone).</param>
public sealed record ObjectChange(ObjectKind? Kind, string? Before, string? After, string BeforeKey, string AfterKey, int Position)
{
    /// <summary>The list as rows and history spell it.</summary>
    public string KindName => Kind?.Name ?? DocumentDiff.SettingsKind;
}
