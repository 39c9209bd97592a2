namespace Opbx.Core.Shared;

/// <summary>A text that must not appear in logs, pages or messages: its <see cref="ToString"/> is <c>***</c>.</summary>
public readonly struct Secret(string value) : IEquatable<Secret>
{
    private readonly string? _value = value;

    /// <summary>The text itself; call it only to send or encrypt it.</summary>
    public string Reveal() => _value ?? "";

    public override string ToString() => "***";
    public bool Equals(Secret other) => string.Equals(_value, other._value, StringComparison.Ordinal);
    public override bool Equals(object? obj) => obj is Secret other && Equals(other);
    public override int GetHashCode() => _value is null ? 0 : StringComparer.Ordinal.GetHashCode(_value);
    public static bool operator ==(Secret left, Secret right) => left.Equals(right);
    public static bool operator !=(Secret left, Secret right) => !left.Equals(right);
}
