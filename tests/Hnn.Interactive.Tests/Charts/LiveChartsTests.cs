using System.Reflection;
using System.Reflection.Emit;
using Hnn.Interactive.Charts;
using Hnn.Plots.Colors;

namespace Hnn.Interactive.Tests.Charts;

public class LiveChartsTests
{
    private static readonly Plots.Figure Figure = Plots.Plots.DipoleLayers(Samples.Target);

    [Fact]
    public void Charts_come_from_the_library_that_is_found_by_its_name()
    {
        var charts = new LiveCharts(Assembly.Load);

        var bundle = charts.BundleOf(Figure, StillPicture.Uri(Figure))!;

        Assert.Equal(["application/vnd.plotly.v1+json", "text/html"], bundle.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("GenericChart", charts.ChartType!.Name);
    }

    [Fact]
    public void Without_the_library_figures_are_pictures_and_a_sentence_says_why()
    {
        var charts = new LiveCharts(_ => throw new FileNotFoundException("Could not load 'FSharp.Core, Version=10.1.0.0'."));

        Assert.Null(charts.BundleOf(Figure));
        Assert.Null(charts.ChartType);
        Assert.Equal("Figures are shown as pictures: Hnn.Plots.Plotly could not be loaded (Could not load 'FSharp.Core, Version=10.1.0.0').", charts.Status);
        Assert.StartsWith("<img src=\"data:image/png;base64,", new FigureDrawing(charts).HtmlOf(Figure), StringComparison.Ordinal);
    }

    [Fact]
    public void A_library_that_lacks_what_is_asked_of_it_is_as_good_as_none()
    {
        var charts = new LiveCharts(_ => typeof(string).Assembly);

        Assert.Null(charts.BundleOf(Figure));
        Assert.StartsWith("Figures are shown as pictures", charts.Status, StringComparison.Ordinal);
    }

    [Fact]
    public void A_library_whose_own_libraries_turn_out_not_to_load_is_given_up_and_the_sentence_keeps_saying_why()
    {
        var charts = new LiveCharts(_ => LibraryThatCannotDraw());
        Assert.Equal("Figures are shown as live charts by Plotly.", charts.Status);

        Assert.Null(charts.BundleOf(Figure));

        Assert.Null(charts.ChartType);
        Assert.Equal("Figures are shown as pictures: Hnn.Plots.Plotly could not be loaded (FSharp.Core is too old).", charts.Status);
    }

    [Fact]
    public void A_library_that_is_added_to_the_notebook_later_is_found_then()
    {
        var isThere = false;
        var charts = new LiveCharts(name => isThere ? Assembly.Load(name) : throw new FileNotFoundException("Not yet."));
        Assert.Null(charts.BundleOf(Figure));

        isThere = true;

        Assert.NotNull(charts.BundleOf(Figure));
    }

    private static AssemblyBuilder LibraryThatCannotDraw()
    {
        var library = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("Hnn.Plots.Plotly.Broken"), AssemblyBuilderAccess.Run);
        var type = library.DefineDynamicModule("Broken").DefineType("Hnn.Plots.Plotly.NotebookCharts", TypeAttributes.Public);
        var chartType = type.DefineMethod("get_ChartType", MethodAttributes.Public | MethodAttributes.Static, typeof(Type), []);
        chartType.GetILGenerator().Emit(OpCodes.Ldnull);
        chartType.GetILGenerator().Emit(OpCodes.Ret);
        type.DefineProperty("ChartType", PropertyAttributes.None, typeof(Type), null).SetGetMethod(chartType);
        var bundle = type.DefineMethod("Bundle", MethodAttributes.Public | MethodAttributes.Static, typeof(IReadOnlyDictionary<string, string>), [typeof(object), typeof(string), typeof(Theme)]).GetILGenerator();
        bundle.Emit(OpCodes.Ldstr, "FSharp.Core is too old.");
        bundle.Emit(OpCodes.Newobj, typeof(FileLoadException).GetConstructor([typeof(string)])!);
        bundle.Emit(OpCodes.Throw);
        type.CreateType();
        return library;
    }
}
