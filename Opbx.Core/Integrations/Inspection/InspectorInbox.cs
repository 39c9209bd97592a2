namespace Opbx.Core.Integrations.Inspection;

/// <summary>One person's receiver: keeps the last requests in memory, bounded in number and size, until it ends.</summary>
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

    /// <summary>Raised when something arrived or the list was emptied; handlers must be quick and throw nothing.</summary>
    public event Action? Changed;

    /// <summary>The part of the address nobody can guess.</summary>
    public string Key => key;

    public Guid OrganizationId => organizationId;

    /// <summary>When it stops taking requests.</summary>
    public DateTimeOffset EndsAt => endsAt;

    /// <summary>How many arrived so far.</summary>
    public int Count
    {
        get
        {
            lock (_gate) return _count;
        }
    }

    /// <summary>What is kept, the newest first.</summary>
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

    /// <summary>Whether one more may come in this second; asked before anything is done with it.</summary>
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
