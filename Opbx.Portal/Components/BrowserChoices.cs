namespace Opbx.Portal.Components;

/// <summary>What the browser's cookies said when the document was loaded.</summary>
/// <param name="Appearance">Light, dark or as the system says.</param>
/// <param name="PbxId">The PBX that was chosen last.</param>
public sealed record BrowserChoices(string Appearance, Guid? PbxId);
