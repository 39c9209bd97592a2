namespace Opbx.Core.Shared;

/// <summary>Nothing, as the value of a <see cref="Result{T}"/>.</summary>
public readonly record struct Done;
