using System.Xml;
using System.Xml.Linq;
using Opbx.Portal.Sandbox.Calls;

namespace Opbx.Portal.Sandbox.Verbs;

/// <summary>Gets the next document of a call; an unusable one ends the call, with a sentence.</summary>
internal sealed class StageFetch(CallRun run)
{
    private static readonly XmlReaderSettings Safe =
        new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 1_000_000 };

    /// <summary>The root element; null when there is no document to run.</summary>
    public async Task<XElement?> LoadAsync(StageSource source, bool first) => source switch {
        StageSource.Cxml given => Read(given.Document, "The portal gave this document."),
        StageSource.Url asked => await AskAsync(asked, first),
        _ => throw new InvalidOperationException("No such source."),
    };

    private async Task<XElement?> AskAsync(StageSource.Url source, bool first)
    {
        var parameters = SessionJson.Request(run.Call, run.Domain, first);
        foreach (var (name, value) in source.Parameters) parameters[name] = value?.DeepClone();
        var answer = await run.Office.Wire.SendAsync(source.Address, source.Method, parameters, CallHeaders.Voice(run.Call, run.Domain),
            CancellationToken.None);
        if (answer.Status == 200) return Read(answer.Body, "The portal answered with a document.");
        run.Call.Record(SandboxStepKind.Problem, $"The portal gave no document: {answer.Why}. A real call would end here too.");
        return null;
    }

    private XElement? Read(string text, string sentence)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), Safe);
            var root = XDocument.Load(reader).Root!;
            if (root.Name.LocalName != "Response") throw new XmlException("The root is not Response.");
            run.Call.Record(SandboxStepKind.Document, sentence, text);
            return root;
        }
        catch (XmlException)
        {
            run.Call.Record(SandboxStepKind.Problem,
                "The portal answered something that is not a CXML document. A real call would end here too.", text);
            return null;
        }
    }
}
