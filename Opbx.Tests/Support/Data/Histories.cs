using Opbx.Core.Calls;
using Opbx.Core.Calls.Facts;
using Opbx.Core.Calls.Ingest;
using Opbx.Core.Calls.Projection;
using Opbx.Core.Document;
using Opbx.Core.Document.Extensions;
using Opbx.Core.Document.PhoneNumbers;
using Opbx.Core.Routing;
using Opbx.Core.Routing.Trace;

namespace Opbx.Tests.Support.Data;

/// <summary>Facts about one call, as the platform and our endpoints produce them.</summary>
internal static class Histories
{
    public const string Token = "0123456789abcdef0123456789abcdef";
    public static readonly Guid Pbx = new("11111111-2222-4333-8444-000000000001");
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    public static readonly Surroundings Around = new(
        id => id switch { 201 => "1001", 202 => "1002", _ => null },
        new PbxDocument {
            Extensions = [new UserExtension { Number = "1001", Name = "Anna Bell" },
                new UserExtension { Number = "1002", Name = "Ben Cole" }],
            PhoneNumbers = [new PhoneNumber { Number = "+12125550101" }],
        });

    public static CallNews Stage(int number, params RoutingEvent[] events) => Stage(number, CallDirection.Inbound, events);

    public static CallNews Stage(int number, CallDirection direction, params RoutingEvent[] events) => News() with {
        At = Start.AddSeconds(number),
        Stage = new StageRecord {
            PbxId = Pbx,
            OrganizationId = Pbx,
            Token = Token,
            Number = number,
            At = Start.AddSeconds(number),
            Direction = direction,
            From = direction == CallDirection.Inbound ? "+12025550143" : "1001",
            To = direction switch {
                CallDirection.Inbound => "+12125550101",
                CallDirection.Outbound => "+13105550199",
                CallDirection.Internal => "1002"
            },
            CallerExtension = direction == CallDirection.Inbound ? null : "1001",
            Path = [$"stage {number}"],
            Trace = [],
            Events = events,
            Cxml = $"<Response><!-- {number} --></Response>",
        },
    };

    public static CallNews Update(string status, int second, long? subscriber = null, bool ended = false) => News() with {
        Session = SessionFacts.From(new SessionUpdate {
            Token = Token,
            Status = status,
            SubscriberId = subscriber,
            CallerId = "+12025550143",
            Destination = "+12125550101",
            Direction = "incoming",
            ModifiedAt = Start.AddSeconds(second),
            StartedAt = Start,
            EndedAt = ended ? Start.AddSeconds(second) : null,
        }),
    };

    public static CallNews Record(string disposition, int second, bool answered = true) => News() with {
        Record = RecordFacts.Create(
            new CallDetailRecord {
                Token = Token,
                Timestamp = Start.AddSeconds(second),
                From = "+12025550143",
                To = "+12125550101",
                Disposition = disposition,
                StartedAt = Start,
                AnsweredAt = answered ? Start.AddSeconds(5) : null,
                EndedAt = Start.AddSeconds(second),
                Duration = second,
                BillableSeconds = answered ? second - 5 : 0,
            },
            $"{disposition}{second}"),
    };

    /// <summary>The platform says what became of a recording; with <paramref name="mailbox"/> it is a message that this request of the call
    /// offered to take.</summary>
    public static CallNews Recorded(int second, string status = "completed", int? mailbox = null, string id = "r1") => News() with {
        At = Start.AddSeconds(second),
        Recording = new RecordingState {
            Token = Token, RecordingId = id, Status = status, Url = status == "completed"
            ? $"https://media.cloudonix.io/{id}.mp3" : null, Duration = 7
        },
        Mailbox = mailbox is { } stage ? new MailboxPlace(stage, "1001") : null,
    };

    /// <summary>Nothing more is waited for.</summary>
    public static CallNews Settled(int second) => News() with { At = Start.AddSeconds(second), Settled = true };

    public static RingStarted Rings(params string[] extensions) => new(extensions, [], null);

    /// <summary>The call after these facts, and the triggers that were told, in order.</summary>
    public static (Call Call, IReadOnlyList<string> Told) Fold(IEnumerable<CallNews> facts)
    {
        Call? call = null;
        var told = new List<string>();
        foreach (var news in facts)
        {
            call ??= CallFold.Begin(news);
            told.AddRange(CallFold.Add(call, news, Around)?.Events.Select(e => e.SourceKey.Split('/')[2]) ?? []);
        }
        return (call!, told);
    }

    private static CallNews News() => new() { PbxId = Pbx, OrganizationId = Pbx, Token = Token, At = Start };
}
