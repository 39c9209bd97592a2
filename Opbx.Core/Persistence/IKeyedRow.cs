namespace Opbx.Core.Persistence;

/// <summary>A row whose id is derived from its natural key, so that whichever write comes first creates it.</summary>
public interface IKeyedRow
{
    Guid Id { get; }
}
