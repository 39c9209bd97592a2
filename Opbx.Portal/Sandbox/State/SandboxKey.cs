namespace Opbx.Portal.Sandbox.State;

/// <summary>A key that opens one sandbox domain.</summary>
internal sealed record SandboxKey
{
    public required long Id { get; init; }
    public required long DomainId { get; init; }
    public required string Name { get; init; }
    public required string KeyId { get; init; }
    public string? Secret { get; init; }
    public string Type { get; init; } = "user";
    public bool Active { get; init; } = true;
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset ModifiedAt { get; init; }
    public DateTimeOffset? DeletedAt { get; init; }
}
