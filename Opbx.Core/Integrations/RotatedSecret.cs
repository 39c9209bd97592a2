namespace Opbx.Core.Integrations;

/// <param name="PreviousUntil">Until when the old secret also signs.</param>
public sealed record RotatedSecret(DateTimeOffset PreviousUntil);
