using System.Text.Json;
using System.Text.Json.Nodes;
using Opbx.Core.Document;
using Opbx.Core.Document.Reading;
using Opbx.Core.Shared;

namespace Opbx.Tests.Support.Data;

/// <summary>Documents that tests start from.</summary>
internal static class Samples
{
    /// <summary>The sample PBX of the documentation, as text.</summary>
    public static string AcmeText()
    {
        using var stream = typeof(Samples).Assembly.GetManifestResourceStream("acme.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>The sample PBX, changed by <paramref name="change"/>; every error of shape fails the test.</summary>
    public static PbxDocument Acme(Action<JsonNode>? change = null)
    {
        var node = JsonNode.Parse(AcmeText())!;
        foreach (var group in node["ringGroups"]!.AsArray()) group!["skipBusy"] = false;
        change?.Invoke(node);
        return Read(node.ToJsonString());
    }

    /// <summary>A document from text; every error of shape fails the test.</summary>
    public static PbxDocument Read(string json)
    {
        using var parsed = JsonDocument.Parse(json);
        var errors = new FieldErrors();
        var document = StrictReader.Read<PbxDocument>(parsed.RootElement, errors);
        Assert.Empty(errors.ByPointer);
        return document;
    }
}
