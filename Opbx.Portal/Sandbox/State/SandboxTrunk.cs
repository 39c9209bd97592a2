namespace Opbx.Portal.Sandbox.State;

/// <summary>A line to the outside world; nothing is ever sent over it.</summary>
internal sealed record SandboxTrunk
{
    public required long Id { get; init; }
    public required Guid Uuid { get; init; }
    public required long DomainId { get; init; }
    public required string Name { get; init; }
    public string Ip { get; init; } = "192.0.2.10";
    public int Port { get; init; } = 5060;
    public string Transport { get; init; } = "udp";
    public string Prefix { get; init; } = "";
    public string Direction { get; init; } = "public-outbound";
    public int Metric { get; init; } = 10;
    public bool Active { get; init; } = true;
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset ModifiedAt { get; init; }
    public DateTimeOffset? DeletedAt { get; init; }
}
