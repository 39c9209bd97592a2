using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace Opbx.Tests.Support;

/// <summary>Hands out AngleSharp.Diffing, which bUnit asks for under another version than the one beside it.</summary>
internal static class DiffingResolver
{
    [ModuleInitializer]
    internal static void Install() => AssemblyLoadContext.Default.Resolving += (context, name) =>
        name.Name == "AngleSharp.Diffing" ? context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "AngleSharp.Diffing.dll")) : null;
}
