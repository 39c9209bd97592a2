namespace Opbx.Core.Shared;

/// <summary>No value, for a <see cref="Result{T}"/>.</summary>
public readonly record struct Done;
