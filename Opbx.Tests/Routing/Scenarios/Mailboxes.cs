using Opbx.Core.Document.Simulation;
using Opbx.Core.Routing;

namespace Opbx.Tests.Routing.Scenarios;

public sealed class Mailboxes
{
    private static readonly DateTimeOffset At = new(2026, 11, 24, 14, 5, 0, TimeSpan.Zero);
    private readonly TestMailboxes _boxes = new();

    [Fact]
    public void The_own_mailbox_plays_new_messages_first_and_ends_after_the_last()
    {
        var old = _boxes.Add("1001", heard: true, hours: 0);
        var fresh = _boxes.Add("1001", heard: false, hours: 1);
        var call = Scenario.CallFrom("1001", "*97", """[{"press":"2"},{"noInput":true}]""", mailboxes: _boxes);
        Assert.Equal([_boxes.AudioUrl(fresh), _boxes.AudioUrl(old)], call.Played);
        Assert.Contains("You have one new message and one old message.", call.Heard);
        Assert.Contains("You have no more messages. Goodbye.", call.Heard);
        Assert.Equal(("", SimulationOutcome.Answered), (call.Dialled, call.Result.Outcome));
    }

    [Fact]
    public void A_key_repeats_a_message()
    {
        var id = _boxes.Add("1001");
        var call = Scenario.CallFrom("1001", "*97", """[{"press":"1"},{"press":"1"},{"press":"9"}]""", mailboxes: _boxes);
        Assert.Equal([_boxes.AudioUrl(id), _boxes.AudioUrl(id), _boxes.AudioUrl(id)], call.Played);
    }

    [Fact]
    public void A_key_deletes_a_message_and_goes_on()
    {
        var first = _boxes.Add("1001", hours: 1);
        var second = _boxes.Add("1001", hours: 0);
        var call = Scenario.CallFrom("1001", "*97", """[{"press":"3"}]""", mailboxes: _boxes);
        Assert.Equal([_boxes.AudioUrl(first), _boxes.AudioUrl(second)], call.Played);
        Assert.Single(call.Codes, "messageDeleted");
    }

    [Fact]
    public void Without_messages_a_sentence_says_so() =>
        Assert.Equal(["You have no messages."], Scenario.CallFrom("1001", "*97", mailboxes: _boxes).Heard);

    [Fact]
    public void Messages_of_others_are_never_played()
    {
        _boxes.Add("1001");
        Assert.Empty(Scenario.CallFrom("1002", "*97", mailboxes: _boxes).Played);
        Assert.Empty(Scenario.CallFrom("", "*97", mailboxes: _boxes).Played);
        Assert.Empty(Scenario.CallTo("*97", mailboxes: _boxes).Played);
    }

    [Fact]
    public void A_message_whose_audio_is_not_here_yet_waits()
    {
        _boxes.Add("1001", isHere: false);
        Assert.Equal(["You have no messages."], Scenario.CallFrom("1001", "*97", mailboxes: _boxes).Heard);
    }

    private sealed class TestMailboxes : IMailboxes
    {
        private readonly List<(string Extension, MailboxMessage Message)> _all = [];

        public Guid Add(string extension, bool heard = false, int hours = 0, bool isHere = true)
        {
            var message = new MailboxMessage(Guid.NewGuid(), "+12025550143", null, At.AddHours(hours), heard, isHere);
            _all.Add((extension, message));
            return message.Id;
        }

        public IReadOnlyList<MailboxMessage> For(string extension) =>
            [.. _all.Where(m => m.Extension == extension).Select(m => m.Message).OrderByDescending(m => m.At)];

        public string AudioUrl(Guid message) => $"https://pbx.example/hooks/audio/{message:N}";
    }
}
