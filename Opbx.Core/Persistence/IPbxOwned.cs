namespace Opbx.Core.Persistence;

/// <summary>A row that is deleted together with its PBX, in the same transaction.</summary>
public interface IPbxOwned : ITenantOwned
{
    Guid PbxId { get; }
}
