using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Opbx.Portal.Security;

namespace Opbx.Tests.Users;

public sealed class RefusalLogTests
{
    [Fact]
    public async Task Refusals_are_written_down_and_a_flood_of_them_is_counted_instead()
    {
        var (clock, lines) = (new FakeTimeProvider(TimeProvider.System.GetUtcNow()), new Lines());
        var middleware = new RefusalLog(Answer(403), clock, lines);
        for (var i = 0; i < 100; i++) await middleware.InvokeAsync(new DefaultHttpContext());
        Assert.Equal(RefusalLog.MostLines, lines.Written.Count);
        Assert.Contains("Refused: nobody", lines.Written[0], StringComparison.Ordinal);

        clock.Advance(TimeSpan.FromMinutes(1));
        await middleware.InvokeAsync(new DefaultHttpContext());
        Assert.Contains("40 more refusals", lines.Written[^2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200, false, 0)]
    [InlineData(404, false, 0)]
    [InlineData(401, false, 0)]
    [InlineData(401, true, 1)]
    public async Task What_is_no_refusal_is_not_written_down(int status, bool withKey, int expected)
    {
        var lines = new Lines();
        var context = new DefaultHttpContext();
        if (withKey) context.Request.Headers.Authorization = "Bearer opbx_wrong";
        await new RefusalLog(Answer(status), TimeProvider.System, lines).InvokeAsync(context);

        Assert.Equal(expected, lines.Written.Count);
        Assert.DoesNotContain(lines.Written, line => line.Contains("opbx_wrong", StringComparison.Ordinal));
    }

    private static RequestDelegate Answer(int status) => context =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    };

    private sealed class Lines : ILogger<RefusalLog>
    {
        public List<string> Written { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter) => Written.Add(formatter(state, exception));
    }
}
