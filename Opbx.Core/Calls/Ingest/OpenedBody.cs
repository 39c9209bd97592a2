namespace Opbx.Core.Calls.Ingest;

public sealed record OpenedBody(string Text, JsonElement Root);
