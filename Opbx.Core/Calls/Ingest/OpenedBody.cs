namespace Opbx.Core.Calls.Ingest;

/// <summary>A body that could be read.</summary>
public sealed record OpenedBody(string Text, JsonElement Root);
