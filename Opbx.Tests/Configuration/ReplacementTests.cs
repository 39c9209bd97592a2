using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Opbx.Core.Audit;
using Opbx.Core.Configuration;
using Opbx.Core.Document;
using Opbx.Core.Document.BlockedCallers;
using Opbx.Core.Document.BusinessHours;
using Opbx.Core.Document.Extensions;
using Opbx.Core.Document.Integrations;
using Opbx.Core.Document.OutboundRules;
using Opbx.Core.Document.PhoneNumbers;
using Opbx.Core.Document.Prompts;
using Opbx.Core.Document.References;
using Opbx.Core.Document.Rules;
using Opbx.Core.Persistence;
using Opbx.Core.Shared;

namespace Opbx.Tests.Configuration;

public sealed class ReplacementTests(AcmePortal host) : IClassFixture<AcmePortal>
{
    public static TheoryData<string> Kinds => [.. ObjectKind.All.Select(k => k.Name)];

    [Theory, MemberData(nameof(Kinds))]
    public void Whatever_is_used_can_be_replaced_by_another_of_its_kind_wherever_it_is_used(string name)
    {
        var kind = ObjectKind.All.Single(k => k.Name == name);
        var document = Everything();
        foreach (var old in kind.Read(document))
        {
            foreach (var candidate in Replacement.Candidates(document, kind, old.Key))
            {
                var replaced = Replacement.Apply(document, kind, old.Key, candidate.Key);
                Assert.True(replaced.Ok, $"{old.Key} by {candidate.Key}: {replaced.Failure?.Errors?.ByPointer.First().Value[0]}");
                Assert.Null(replaced.Value.Find(kind, old.Key));
                Assert.DoesNotContain(ReferenceMap.Find(replaced.Value), r => r.Kind == kind && r.Key == old.Key);
                var errors = new FieldErrors();
                DocumentRules.Check(replaced.Value, errors);
                Assert.Empty(errors.ByPointer);
            }
        }
    }

    [Theory]
    [InlineData("extensions", "1001", "1002")]
    [InlineData("ringGroups", "Billing", "Front desk")]
    [InlineData("ivrMenus", "Main menu", "Second menu")]
    [InlineData("businessHours", "Office", "Second hours")]
    [InlineData("phoneNumbers", "+12125550100", "+12125550101")]
    [InlineData("conferenceRooms", "Board", "Second room")]
    [InlineData("prompts", "Greeting", "Second prompt")]
    public void Every_kind_that_others_refer_to_offers_a_replacement(string name, string key, string by)
    {
        var kind = ObjectKind.All.Single(k => k.Name == name);
        var document = Everything();
        Assert.NotEmpty(Usages.Find(document, kind, key));
        Assert.Contains(Replacement.Candidates(document, kind, key), c => c.Key == by);
        var before = ReferenceMap.Find(document).Count(r => r.Kind == kind && r.Key == by);
        var after = Replacement.Apply(document, kind, key, by).Value!;
        Assert.True(ReferenceMap.Find(after).Count(r => r.Kind == kind && r.Key == by) > before);
    }

    [Fact]
    public void Who_is_in_the_group_already_is_not_put_in_twice()
    {
        var document = Everything();
        var group = document.RingGroups.First(g => g.Members.Count(m => m.Extension is not null) > 1);
        var (leaving, staying) = (group.Members[0].Extension!, group.Members[1].Extension!);
        var after = Replacement.Apply(document, ObjectKind.Extensions, leaving, staying).Value!;
        Assert.Single(after.RingGroups.Single(g => g.Name == group.Name).Members, m => m.Extension == staying);
    }

    [Fact]
    public void Integrations_that_fire_for_it_fire_for_its_replacement_and_name_it_once()
    {
        var after = Replacement.Apply(Everything(), ObjectKind.RingGroups, "Billing", "Front desk").Value!;
        Assert.Equal(["Front desk"], after.Integrations.Single(i => i.Name == "Filtered").Filter!.Groups);
    }

    [Fact]
    public void What_an_object_says_about_itself_does_not_keep_it()
    {
        var document = Everything();
        var menu = document.IvrMenus.Single(m => m.Name == "Second menu");
        document = document
            with {
            IvrMenus =
                [.. document.IvrMenus.Select(m => m == menu ? m with { Fallback = new IvrDestination { Name = menu.Name } } : m)]
        };
        Assert.Empty(Usages.Find(document, ObjectKind.IvrMenus, menu.Name));
    }

    [Fact]
    public async Task Replacing_changes_every_place_and_deletes_in_one_change_of_the_history()
    {
        await CreateAsync("ring-groups", """{"name":"Successor","members":[{"extension":"1001"}],"fallback":{"type":"hangup"}}""");
        var places = Usages.Find(Document, ObjectKind.RingGroups, "Front desk").Select(p => (p.Kind!.Name, p.Key)).Distinct().ToList();
        Assert.NotEmpty(places);
        using var answer = await host.Api.DeleteAsync(host.For("ring-groups/Front%20desk?replaceBy=Successor"));
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.DoesNotContain(ReferenceMap.Find(Document), r => r.Kind == ObjectKind.RingGroups && r.Key == "Front desk");
        await using var db = host.Services.GetRequiredService<Database>().OpenUnrestricted();
        var deletion = await db.History.SingleAsync(h => h.Kind == "ringGroups" && h.Key == "Front desk" && h.After == null);
        var change = await db.History.Where(h => h.ChangeId == deletion.ChangeId).ToListAsync();
        Assert.Equal(places.Append(("ringGroups", "Front desk")).Order(), change.Select(h => (h.Kind, h.Key)).Order());
    }

    [Theory]
    [InlineData("extensions/1003?replaceBy=7777")]
    [InlineData("extensions/1003?replaceBy=1003")]
    [InlineData("extensions/1003?replaceBy=2002")]
    public async Task An_unfit_replacement_is_refused_and_changes_nothing(string path)
    {
        await CreateAsync(
            "extensions", """{"number":"2002","type":"forward","name":"Caretaker","forwardTo":{"type":"extension","number":"1003"}}""");
        var before = Document;
        using var answer = await host.Api.DeleteAsync(host.For(path));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("/replaceBy", JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("errors")
            .EnumerateObject().Select(e => e.Name));
        Assert.Same(before, Document);
    }

    private PbxDocument Document => host.Services.GetRequiredService<ConfigurationStore>().Find(host.Pbx)!.Document;

    private async Task CreateAsync(string list, string json)
    {
        using var answer = await host.PostAsync(list, json);
        Assert.True(answer.StatusCode is HttpStatusCode.Created or HttpStatusCode.Conflict, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>The sample with two of everything, each used somewhere.</summary>
    private static PbxDocument Everything()
    {
        var d = Samples.Acme();
        return d with {
            Prompts = [.. d.Prompts, new Prompt { Name = "Greeting", Say = "Hello." },
                new Prompt { Name = "Second prompt", Say = "Good day." }],
            IvrMenus = [.. d.IvrMenus, d.IvrMenus[0] with { Name = "Second menu", Prompt = new PromptValue { Prompt = "Greeting" } }],
            BusinessHours =
                [.. d.BusinessHours, d.BusinessHours[0]
                    with { Name = "Second hours", Override =
                        new HoursOverride { State = HoursState.Open, Destination = new IvrDestination { Name = d.IvrMenus[0].Name } } }],
            ConferenceRooms = [new() { Name = "Board" }, new() { Name = "Second room" }],
            Extensions = [.. d.Extensions, new ConferenceExtension { Number = "8998", Name = "Meet", Target = "Board" },
                new IvrExtension { Number = "8999", Name = "Menu", Target = d.IvrMenus[0].Name }],
            PhoneNumbers =
                [.. d.PhoneNumbers, new PhoneNumber { Number = "+12125550199", Destination = new ConferenceDestination { Name = "Board" } },
                    new PhoneNumber { Number = "+12125550198", Destination = new BusinessHoursDestination { Name = "Office" } }],
            OutboundRules = [.. d.OutboundRules, new OutboundRule { Name = "Own rule", Country = "US", CallerId = "+12125550100" }],
            BlockedCallers =
                [.. d.BlockedCallers, new BlockedCaller { Pattern = "+12025550999", Numbers = ["+12125550100", "+12125550101"] }],
            Integrations =
                [.. d.Integrations,
                    new Integration { Name = "Filtered", Trigger = [Trigger.CallEnded], Url = "https://crm.example/",
                        Filter = new WebhookFilter { Numbers = ["+12125550100", "+12125550101"], Extensions = ["1001", "1002"],
                            Groups = ["Billing", "Front desk"], Menus = ["Main menu"] } }],
        };
    }
}
