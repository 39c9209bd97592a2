using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace Opbx.Tests.Support.Data;

/// <summary>Meters for parts of the portal that a test builds by hand.</summary>
internal static class Meters
{
    public static readonly IMeterFactory Factory =
        new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>();
}
