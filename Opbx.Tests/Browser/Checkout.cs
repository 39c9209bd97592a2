namespace Opbx.Tests.Browser;

/// <summary>The checkout this test program was built from.</summary>
internal static class Checkout
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "Opbx.sln")) ? folder : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Opbx.sln was not found above the tests."));
}
