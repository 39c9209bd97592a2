using Opbx.Core.Configuration;
using Opbx.Core.Document;
using Opbx.Core.Permissions;

namespace Opbx.Core.Integrations.Templates;

/// <summary>Adds everything a recipe consists of in one change, or nothing.</summary>
public sealed class RecipeEditor(ConfigurationWriter writer)
{
    /// <summary>Adds menu, virtual extension and integration of a score. Errors point into the recipe.</summary>
    public async Task<Result<Done>> AddAsync(Actor actor, Guid pbxId, ScoreRecipe recipe, CancellationToken cancel)
    {
        if (!actor.May(Permission.EditConfiguration) || !actor.May(Permission.EditIntegrations)) return Failure.Forbidden();
        var outcome =
            await writer.ChangeAsync(
                actor, pbxId, present =>
                    AlreadyExists(present.Document, recipe) is { } failure ? failure : Draft.From(recipe.Apply(present.Document)), cancel);
        if (outcome.Ok) return new Done();
        return outcome.Failure.Errors is { } errors ? Failure.Invalid(Relative(errors)) : outcome.Failure;
    }

    private static Failure? AlreadyExists(PbxDocument document, ScoreRecipe recipe)
    {
        var errors = new FieldErrors();
        bool Same(string name) => string.Equals(name, recipe.Name, StringComparison.OrdinalIgnoreCase);
        if (document.IvrMenus.Any(m => Same(m.Name))) errors.Add("/name", "There is a menu with this name.");
        if (document.Integrations.Any(i => Same(i.Name))) errors.Add("/name", "There is an integration with this name.");
        if (document.Extensions.Any(e => e.Number == recipe.Number)) errors.Add("/number", "This number is taken.");
        return errors.IsEmpty ? null : Failure.Invalid(errors);
    }

    /// <summary>Maps errors to the recipe's own members.</summary>
    private static FieldErrors Relative(FieldErrors errors)
    {
        var relative = new FieldErrors();
        foreach (var (pointer, sentences) in errors.ByPointer)
        {
            var at = pointer.Split('/') switch {
                ["", "ivrMenus", _, "prompt", ..] => "/question",
                ["", "ivrMenus", _, "options" or "fallback", ..] => "/thanks",
                ["", "extensions", _, "number", ..] => "/number",
                ["", "integrations", _, "url", ..] => "/url",
                [_, _, _, "name", ..] => "/name",
                _ => pointer,
            };
            foreach (var sentence in sentences) relative.Add(at, sentence);
        }
        return relative;
    }
}
