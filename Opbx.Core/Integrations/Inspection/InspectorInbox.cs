namespace Opbx.Core.Integrations.Inspection;

/// <summary>A person's receiver: holds the last requests in memory, limited in number and size, until it ends.</summary>
public sealed class InspectorInbox(string key, Guid organizationId, DateTimeOffset endsAt)
{
    public const int MostKept = 50;
    private const int MostBytes = 1024 * 1024;
    private const int MostInASecond = 20;

    private readonly Lock _gate = new();
    private readonly LinkedList<InspectedRequest> _requests = [];
    private int _bytes;
    private int _count;
    private (long Second, int Requests) _pace;

    /// <summary>Raised when a request arrived or the list was cleared; handlers must be quick and must not throw.</summary>
    public event Action? Changed;

    /// <summary>The unguessable part of the URL.</summary>
    public string Key => key;

    public Guid OrganizationId => organizationId;

    /// <summary>When it stops accepting requests.</summary>
    public DateTimeOffset EndsAt => endsAt;

    /// <summary>Number of requests received so far.</summary>
    public int Count
    {
        get
        {
            lock (_gate) return _count;
        }
    }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<InspectedRequest> Requests
    {
        get
        {
            lock (_gate) return [.. _requests];
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _requests.Clear();
            _bytes = 0;
        }
        Changed?.Invoke();
    }

    /// <summary>Whether another request is allowed in this second; checked before anything is done with it.</summary>
    internal bool Lets(DateTimeOffset now)
    {
        lock (_gate)
        {
            var second = now.ToUnixTimeSeconds();
            _pace = _pace.Second == second ? (second, _pace.Requests + 1) : (second, 1);
            return _pace.Requests <= MostInASecond;
        }
    }

    internal void Add(InspectedRequest request)
    {
        lock (_gate)
        {
            _requests.AddFirst(request with { Number = ++_count });
            _bytes += request.Size;
            while (_requests.Count > MostKept || (_bytes > MostBytes && _requests.Count > 1))
            {
                _bytes -= _requests.Last!.Value.Size;
                _requests.RemoveLast();
            }
        }
        Changed?.Invoke();
    }
}
