# One GoogleTest program per layer: <layer>_tests from tests/core/<layer>/, and the stdio host
# through which the conformance runner drives the core.
enable_testing()
if(EMSCRIPTEN)
  set(CMAKE_CROSSCOMPILING_EMULATOR node;--no-experimental-fetch)
  add_subdirectory(/usr/src/googletest ${CMAKE_BINARY_DIR}/gtest EXCLUDE_FROM_ALL)
  if(NOT TARGET GTest::gtest_main)
    add_library(GTest::gtest_main ALIAS gtest_main)
  endif()
else()
  find_package(GTest REQUIRED)
endif()
foreach(layer base values wire expressions metering streams persistence storage partiql operations engine)
  file(GLOB_RECURSE tests CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/core/${layer}/*_test.cc)
  if(tests)
    add_executable(${layer}_tests ${tests})
    # Tests run once and are compiled often: optimising them takes longer than it saves.
    target_compile_options(${layer}_tests PRIVATE -O0 -Wall -Wextra -Werror
                           # g++ 12 warns of overlap in "text" + std::string, where there is none,
                           # and takes the last of several inlined releases for a use after free.
                           $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict -Wno-use-after-free>)
    target_link_libraries(${layer}_tests PRIVATE pixii_${layer} GTest::gtest_main)
    if(EMSCRIPTEN)
      target_link_options(${layer}_tests PRIVATE -sALLOW_MEMORY_GROWTH=1 -sEXIT_RUNTIME=1
                                                 -sNODERAWFS=1 -sTOTAL_STACK=1048576)
    endif()
    add_test(NAME ${layer}_tests COMMAND ${layer}_tests WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
  endif()
endforeach()
if(NOT EMSCRIPTEN AND EXISTS ${CMAKE_SOURCE_DIR}/tests/conformance/core_host.cc)
  add_executable(core_host tests/conformance/core_host.cc)
  target_link_libraries(core_host PRIVATE pixii_engine)
endif()
