namespace Opbx.Core.Document;

/// <param name="Kind">Its list; null for the PBX settings.</param>
/// <param name="Before">As JSON; null when it is new.</param>
/// <param name="After">As JSON; null when it is deleted.</param>
/// <param name="Position">Index in the list after the change (before it, for a deleted object).</param>
public sealed record ObjectChange(ObjectKind? Kind, string? Before, string? After, string BeforeKey, string AfterKey, int Position)
{
    /// <summary>The list's name in rows and history.</summary>
    public string KindName => Kind?.Name ?? DocumentDiff.SettingsKind;
}
