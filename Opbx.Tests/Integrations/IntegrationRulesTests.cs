using Opbx.Core.Document.Extensions;
using Opbx.Core.Document.Integrations;
using Opbx.Core.Document.OutboundRules;
using Opbx.Core.Integrations.Outbox;
using Opbx.Core.Shared;

namespace Opbx.Tests.Integrations;

public sealed class IntegrationRulesTests
{
    private static IEnumerable<string> Pointers(Integration integration, bool account = false)
    {
        var errors = new FieldErrors();
        IntegrationRules.Check(integration, account, "", errors);
        return errors.ByPointer.Keys;
    }

    [Fact]
    public void A_plain_integration_is_fine()
    {
        Assert.Empty(Pointers(Sample.Webhook(Trigger.IvrOptionSelected)
            with { Fields = [Sample.Field("score", "optionSelected"), Sample.Constant("x", "")], PathArguments = ["a b", "{callUuid}"] }));
        Assert.Empty(Pointers(Sample.Webhook(Trigger.UserCreated), account: true));
    }

    [Fact]
    public void A_value_that_one_of_the_triggers_lacks_is_refused_at_its_place() =>
        Assert.Equal(["/fields/1/value"],
            Pointers(Sample.Webhook(Trigger.InboundCallReceived)
                with { Fields = [Sample.Field("a", "sourceNumber"), Sample.Field("o", "optionSelected")] }));

    [Fact]
    public void Triggers_of_the_other_scope_and_repeated_ones_are_refused()
    {
        Assert.Equal(["/trigger/0"], Pointers(Sample.Webhook(Trigger.UserCreated)));
        Assert.Equal(["/trigger/0"], Pointers(Sample.Webhook(Trigger.CallEnded), account: true));
        Assert.Equal(["/trigger/1"], Pointers(Sample.Webhook(Trigger.CallEnded, Trigger.CallEnded)));
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://127.0.0.1:70/_x")]
    [InlineData("javascript:alert(1)")]
    [InlineData("//127.0.0.1/x")]
    [InlineData("http://")]
    [InlineData("https://user:pass@host.example/")]
    [InlineData("not a url")]
    public void Other_addresses_than_http_without_credentials_are_refused(string url) =>
        Assert.Equal(["/url"], Pointers(Sample.Webhook() with { Url = url }));

    [Theory]
    [InlineData("Host")]
    [InlineData("content-length")]
    [InlineData("Authorization")]
    [InlineData("Transfer-Encoding")]
    [InlineData("X-Forwarded-For")]
    [InlineData("Webhook-Id")]
    [InlineData("opbx-backfill")]
    [InlineData("Cookie")]
    [InlineData("Metadata-Flavor")]
    [InlineData("X-aws-ec2-metadata-token")]
    [InlineData("Proxy-Authorization")]
    [InlineData("Expires")]
    public void Headers_that_others_depend_on_are_refused(string name) =>
        Assert.Equal(["/headers/0/name"], Pointers(Sample.Webhook() with { Headers = [new() { Name = name, Value = "x" }] }));

    [Fact]
    public void Headers_are_unique_and_have_values()
    {
        Assert.Equal(["/headers/1/name"],
            Pointers(Sample.Webhook() with { Headers = [new() { Name = "X-A", Value = "1" }, new() { Name = "x-a", Value = "2" }] }));
        Assert.Equal(["/headers/0/value"], Pointers(Sample.Webhook() with { Headers = [new() { Name = "X-A" }] }));
        Assert.Empty(Pointers(Sample.Webhook()
            with { Headers = [new() { Name = "X-A", Secret = true }, new() { Name = "X-Tenant", Value = "acme, inc." }] }));
    }

    [Theory]
    [InlineData("a b", false)]
    [InlineData("1a", false)]
    [InlineData("__proto__", false)]
    [InlineData("caller.number", true)]
    public void Keys_of_json_are_plain_names(string key, bool fine) =>
        Assert.Equal(fine ? [] : ["/fields/0/key"], Pointers(Sample.Webhook() with { Fields = [Sample.Field(key, "callUuid")] }));

    [Fact]
    public void Keys_of_a_query_string_may_have_spaces_but_are_unique()
    {
        var query = Sample.Webhook() with { Format = WebhookFormat.Query };
        Assert.Empty(Pointers(query with { Fields = [Sample.Field("caller number", "callUuid")] }));
        Assert.Equal(["/fields/1/key"], Pointers(query with { Fields = [Sample.Field("a", "callUuid"), Sample.Field("A", "name")] }));
    }

    [Theory]
    [InlineData("{optionSelected}")]
    [InlineData("{nothing}")]
    [InlineData("call-{callUuid}")]
    [InlineData("..")]
    public void Path_arguments_are_texts_or_values_of_the_trigger(string argument) =>
        Assert.Equal(["/pathArguments/0"], Pointers(Sample.Webhook() with { PathArguments = [argument] }));

    [Fact]
    public void Credentials_match_the_kind_of_authentication()
    {
        Assert.Equal(["/auth/username"], Pointers(Sample.Webhook() with { Auth = new WebhookAuth { Type = WebhookAuthType.Basic } }));
        Assert.Equal(["/auth/password", "/auth/token"],
            Pointers(Sample.Webhook() with { Auth = new WebhookAuth { Password = "x", Token = "y" } }));
    }

    [Theory]
    [InlineData("https://a.example/x", "https://A.example:443/y?z", true)]
    [InlineData("https://a.example/x", "http://a.example/x", false)]
    [InlineData("https://a.example/x", "https://a.example:8443/x", false)]
    [InlineData("https://a.example/x", "https://b.example/x", false)]
    public void Credentials_stay_only_with_the_same_receiver(string before, string after, bool same) =>
        Assert.Equal(same, IntegrationRules.SameReceiver(before, after));

    [Fact]
    public void Values_of_a_person_have_the_documented_spelling()
    {
        var values = UserValues.From(
            new UserExtension {
                Number = "1010", Name = "Eva Lund", Voicemail = new() { Enabled = true },
                EnabledCalls = [CallType.InternationalOther, CallType.Local, CallType.National]
            });
        Assert.Equal(("1010", "Eva Lund", "", "True", "Local,National,International Other"),
            (values["extensionNumber"], values["name"], values["outboundPhoneNumber"], values["hasVoicemail"], values["enabledCalls"]));
        Assert.Equal("False", UserValues.From(new UserExtension { Number = "1" })["hasVoicemail"]);
        Assert.All(UserValues.From(null), v => Assert.Equal("", v.Value));
    }

    [Fact]
    public void Only_the_menus_option_trigger_has_an_option()
    {
        Assert.Equal([Trigger.IvrOptionSelected], Enum.GetValues<Trigger>()
            .Where(t => ValueCatalogue.For(t).Contains(ValueName.OptionSelected)));
        Assert.All(Enum.GetValues<Trigger>(), t => Assert.Contains(ValueName.EventId, ValueCatalogue.For(t)));
        Assert.Equal("International Other", UserValues.EnabledCalls([CallType.InternationalOther]));
        Assert.DoesNotContain(ValueName.OptionSelected, ValueCatalogue.For([Trigger.IvrOptionSelected, Trigger.CallEnded]));
    }
}
