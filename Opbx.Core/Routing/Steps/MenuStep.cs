using Opbx.Core.Document;
using Opbx.Core.Document.IvrMenus;
using Opbx.Core.Routing.Decisions;
using Opbx.Core.Routing.Trace;

namespace Opbx.Core.Routing.Steps;

/// <summary>Each playing of a menu uses a turn, and turns are counted per call, so that menus that lead to each other end.</summary>
internal static class MenuStep
{
    public static Move Enter(Walk walk, string name)
    {
        if (walk.Plan.Menus.GetValueOrDefault(name) is not { } menu) return Destinations.Gone(walk, "ivr", name);
        walk.Reach(name);
        if (!menu.Active)
        {
            walk.Explain("ivr", "ivr", name, "menuInactive", $"The menu {name} is switched off.");
            return walk.SayGoodbye(Sentences.MenuInactive);
        }
        walk.Happened(new MenuReached(name));
        return Ask(walk, menu);
    }

    public static Move Resume(Walk walk)
    {
        if (walk.Plan.Menus.GetValueOrDefault(walk.State.Key) is not { Active: true } menu)
            return Destinations.Gone(walk, "ivr", walk.State.Key);
        var digits = walk.Facts.Digits?.Trim() ?? "";
        if (digits.Length == 0) return Missed(walk, menu, menu.NoInput, "noInput", "The caller pressed nothing.");
        if (menu.Options.FirstOrDefault(o => o.Digits == digits) is { } option) return Choose(walk, menu, option);
        if (menu.DirectDial && walk.Plan.Extensions.GetValueOrDefault(digits) is { Active: true } extension)
        {
            walk.Explain("ivr", "ivr", menu.Name, "directDial", $"The caller dialled extension {digits} ({extension.Name}).");
            return new Move.Onward(new ExtensionDestination { Number = digits });
        }
        if (menu.Invalid is null) Comment(walk, menu);
        return Missed(walk, menu, menu.Invalid, "invalidChoice", $"The caller pressed {digits}, which is no choice of this menu.");
    }

    private static Move Choose(Walk walk, IvrMenu menu, IvrOption option)
    {
        walk.Reach(option.Digits);
        walk.Happened(new OptionChosen(menu.Name, option.Digits, option.Label));
        walk.Explain("ivr", "ivr", menu.Name, "optionChosen", option.Label.Length > 0
            ? $"The caller pressed {option.Digits}: {option.Label}." : $"The caller pressed {option.Digits}.");
        if (Availability.Find(walk.Plan, option.Destination) is not { } why) return new Move.Onward(option.Destination);
        walk.Explain("ivr", "ivr", menu.Name, "optionUnavailable", why);
        walk.Say(Sentences.OptionUnavailable);
        return Ask(walk, menu);
    }

    private static Move Missed(Walk walk, IvrMenu menu, Destination? own, string code, string reason)
    {
        walk.Explain("ivr", "ivr", menu.Name, code, reason);
        return own is null ? Ask(walk, menu) : new Move.Onward(own);
    }

    private static void Comment(Walk walk, IvrMenu menu)
    {
        if (walk.Audio(menu.InvalidPrompt) is null) walk.Say(Sentences.InvalidChoice);
        else walk.Play(menu.InvalidPrompt);
    }

    private static Move Ask(Walk walk, IvrMenu menu)
    {
        var used = walk.State.MenuTurns?.GetValueOrDefault(menu.Name) ?? 0;
        if (used >= menu.Turns)
        {
            walk.Explain("ivr", "ivr", menu.Name, "turnsUsed",
                $"The menu {menu.Name} has had its {menu.Turns} turns in this call, so its fallback takes over.");
            return new Move.Onward(menu.Fallback);
        }
        walk.State = walk.State
            with {
            MenuTurns =
                new Dictionary<string, int>(walk.State.MenuTurns
                    ?? new Dictionary<string, int>(), StringComparer.Ordinal) { [menu.Name] = used + 1 }
        };
        walk.Explain("ivr", "ivr", menu.Name, "menuPlays", $"The menu {menu.Name} plays and waits for a choice.");
        var longest =
            Math.Max(menu.Options.Select(o => o.Digits.Length).DefaultIfEmpty(1).Max(), menu.DirectDial ? walk.Plan.LongestExtension : 1);
        var hashEnds = !menu.Options.Any(o => o.Digits.Contains('#', StringComparison.Ordinal));
        IReadOnlyList<Audio> prompts = walk.Audio(menu.Prompt) is { } prompt ? [prompt] : [];
        return new Move.Stop(
            new AskKeys(prompts, menu.FirstDigitTimeout, menu.InterDigitTimeout, longest, hashEnds, walk.Next(Wait.Menu, menu.Name)));
    }
}
