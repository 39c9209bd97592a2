namespace Opbx.Core.Integrations;

/// <param name="PreviousUntil">Until when the old secret signs, too.</param>
public sealed record RotatedSecret(DateTimeOffset PreviousUntil);
