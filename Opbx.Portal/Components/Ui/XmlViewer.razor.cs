namespace Opbx.Portal.Components.Ui;

/// <summary>Indented and coloured.</summary>
public sealed partial class XmlViewer
{
    private IReadOnlyList<XmlPart> _parts = [];

    [Parameter, EditorRequired] public string Xml { get; set; } = "";
    [Parameter] public string Label { get; set; } = "Document";

    protected override void OnParametersSet() => _parts = XmlParts.Split(Xml);
}
