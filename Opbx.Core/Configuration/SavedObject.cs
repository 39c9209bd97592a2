using Opbx.Core.Document;

namespace Opbx.Core.Configuration;

/// <summary>A configured object as stored, without secrets.</summary>
public sealed record SavedObject(ConfiguredObject Object, ObjectInfo Info);
