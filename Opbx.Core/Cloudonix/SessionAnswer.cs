using System.Text.Json.Nodes;

namespace Opbx.Core.Cloudonix;

/// <summary>What Cloudonix said about a call.</summary>
/// <param name="Session">The session as received; null when Cloudonix does not know it.</param>
public sealed record SessionAnswer(JsonObject? Session);
