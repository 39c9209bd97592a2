using Opbx.Core.Document;

namespace Opbx.Core.Configuration;

/// <summary>A configured object as it is stored now, without secrets.</summary>
/// <param name="Info">Identity, version and stamps.</param>
public sealed record SavedObject(ConfiguredObject Object, ObjectInfo Info);
