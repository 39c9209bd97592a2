using System.Text;
using QRCoder;

namespace Opbx.Portal.Components.Ui;

public sealed partial class QrCode
{
    private string? _drawn;
    private string _path = "";
    private int _size;

    [Parameter, EditorRequired] public string Text { get; set; } = "";

    /// <summary>Its purpose, for screen readers.</summary>
    [Parameter, EditorRequired] public string Label { get; set; } = "";

    protected override void OnParametersSet()
    {
        if (_drawn == Text) return;
        _drawn = Text;
        using var data = QRCodeGenerator.GenerateQrCode(Text, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        _size = data.ModuleMatrix.Count;
        for (var y = 0; y < _size; y++)
        {
            for (var x = 0; x < _size; x++)
                if (data.ModuleMatrix[y][x]) path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
        }

        _path = path.ToString();
    }
}
