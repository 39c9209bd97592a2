using Microsoft.AspNetCore.Components;

namespace Opbx.Portal.Components.Ui;

/// <summary>An XML document, indented and coloured.</summary>
public sealed partial class XmlViewer
{
    private IReadOnlyList<XmlPart> _parts = [];

    /// <summary>The document.</summary>
    [Parameter, EditorRequired]
    public string Xml { get; set; } = "";

    /// <summary>What it is.</summary>
    [Parameter]
    public string Label { get; set; } = "Document";

    /// <inheritdoc/>
    protected override void OnParametersSet() => _parts = XmlParts.Of(Xml);
}
