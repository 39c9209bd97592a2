namespace Opbx.Core.Persistence;

/// <summary>A row whose identity is made of its key, so that the write that comes first makes it.</summary>
public interface IKeyedRow
{
    /// <summary>Identity, made of the natural key.</summary>
    Guid Id { get; }
}
