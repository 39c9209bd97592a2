namespace Opbx.Portal.Components;

/// <summary>The browser's cookies when the document was loaded.</summary>
/// <param name="PbxId">The PBX chosen last.</param>
public sealed record BrowserChoices(string Appearance, Guid? PbxId);
