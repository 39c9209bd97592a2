using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Opbx.Core.Persistence;

/// <summary>Instants as milliseconds since 1970 UTC: both databases can order and compare them.</summary>
public sealed class UnixMilliseconds() : ValueConverter<DateTimeOffset, long>(time => time.ToUnixTimeMilliseconds(),
    milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
