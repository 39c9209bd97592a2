using Opbx.Core.Shared;

namespace Opbx.Core.Cloudonix.Api;

/// <summary>Where and with which key one PBX talks to Cloudonix.</summary>
/// <param name="ApiUrl">The base URL of the REST API, without a slash at the end.</param>
/// <param name="Key">The API key of this PBX; no other PBX uses it.</param>
public sealed record CloudonixAccess(string ApiUrl, Secret Key);
