using Opbx.Core.Document.Rules;
using Opbx.Core.Routing.Plan;
using Opbx.Core.Shared;

namespace Opbx.Tests.Routing.Chance;

/// <summary>Whatever is configured and whatever happens, a call ends and every answer is a valid document.</summary>
public sealed class RoutingPropertyTests
{
    private const int Routings = 100_000;
    private const int Worlds = 400;

    [Fact]
    public void A_hundred_thousand_random_routings_give_valid_documents_within_a_minute()
    {
        var before = Environment.CpuUsage.TotalTime;
        var requests = 0L;
        var calls = 0;
        Parallel.For(0, Worlds, new ParallelOptions { MaxDegreeOfParallelism = 2 }, world =>
        {
            try
            {
                var (asked, played) = Play(world);
                Interlocked.Add(ref requests, asked);
                Interlocked.Add(ref calls, played);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"World {world}: {e.Message}", e);
            }
        });
        var took = Environment.CpuUsage.TotalTime - before;
        TestContext.Current.SendDiagnosticMessage($"{requests} routings in {calls} calls took {took.TotalSeconds:F1} s of processor time");
        Assert.True(requests >= Routings, $"{requests} routings");
        // The processor's time of this process, so that whatever else the machine does says nothing about routing.
        Assert.True(took < TimeSpan.FromMinutes(1), $"{requests} routings took {took}");
    }

    [Fact]
    public void The_random_documents_are_those_that_can_be_saved()
    {
        var faults = new SortedSet<string>(StringComparer.Ordinal);
        for (var world = 0; world < Worlds; world++)
        {
            var errors = new FieldErrors();
            DocumentRules.Check(new RandomDocuments(new Random(world)).Next(), errors);
            foreach (var (pointer, sentences) in errors.ByPointer) faults.Add($"{pointer}: {sentences[0]}");
        }
        Assert.Empty(faults);
    }

    /// <summary>Everything that happens in a world follows from its number, so that a failure can be repeated.</summary>
    private static (long Requests, int Calls) Play(int world)
    {
        var chance = new Random(world);
        var documents = new RandomDocuments(chance);
        var calls = new RandomCalls(
            chance, [.. Enumerable.Range(0, 3).Select(_ => DialPlan.Compile(documents.Next(), file => "https://pbx.example/" + file))]);
        var (requests, played) = (0L, 0);
        for (; requests < Routings / Worlds; played++) requests += calls.Play();
        return (requests, played);
    }
}
