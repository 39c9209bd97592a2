using System.ComponentModel;
using System.Reflection;

namespace Opbx.Portal.Hosting;

/// <summary>Compares a configuration section with its options type: unknown keys are typos, values must have the member's type.</summary>
internal static class SectionReader
{
    public static void FindFaults(IConfigurationSection section, Type type, List<string> faults)
    {
        var members = type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite).ToList();
        foreach (var child in section.GetChildren())
        {
            var member = members.Find(p => p.Name.Equals(child.Key, StringComparison.OrdinalIgnoreCase));
            if (member is null)
                faults.Add($"{Spelled(child.Path)} is not a setting; {Spelled(section.Path)} knows " +
                    $"{string.Join(", ", members.Select(m => m.Name))}.");
            else if (typeof(List<string>) == member.PropertyType) FindListFaults(child, faults);
            else if (IsNested(member.PropertyType)) FindFaults(child, member.PropertyType, faults);
            else FindValueFault(child, member.PropertyType, faults);
        }
    }

    /// <summary>The key as written in the environment.</summary>
    public static string Spelled(string path) => path.Replace(":", "__", StringComparison.Ordinal);

    private static bool IsNested(Type type) => type.IsClass && type != typeof(string);

    private static void FindListFaults(IConfigurationSection list, List<string> faults)
    {
        if (!string.IsNullOrEmpty(list.Value))
            faults.Add($"{Spelled(list.Path)} is a list: write {Spelled(list.Path)}__0, {Spelled(list.Path)}__1 and so on.");
    }

    private static void FindValueFault(IConfigurationSection setting, Type type, List<string> faults)
    {
        var wanted = Nullable.GetUnderlyingType(type) ?? type;
        if (setting.GetChildren().Any())
        {
            faults.Add($"{Spelled(setting.Path)} has no settings below it.");
            return;
        }

        if (string.IsNullOrEmpty(setting.Value) || wanted == typeof(string)) return;
        if (!Fits(wanted, setting.Value)) faults.Add($"{Spelled(setting.Path)} must be {Wanted(wanted)}.");
    }

    private static bool Fits(Type type, string value) =>
        type.IsEnum ? Enum.GetNames(type).Contains(value, StringComparer.OrdinalIgnoreCase) : TypeDescriptor.GetConverter(type)
            .IsValid(value);

    private static string Wanted(Type type) =>
        type.IsEnum ? string.Join(" or ", Enum.GetNames(type))
        : type == typeof(bool) ? "true or false"
        : "a number, for example 1 or 0.5";
}
